import { chapterOn } from './chapter.ts';

chapterOn('debian', (guide) => {
  guide.isFollowed();
  guide.leavesAController();
  guide.letsOpenStackIn();
  guide.standsUpToControls();
});
