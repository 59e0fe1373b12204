import { chapterOn } from './chapter.ts';

chapterOn('ubuntu', (guide) => {
  guide.isFollowed();
  guide.leavesAController();
  guide.letsOpenStackIn();
  guide.standsUpToControls();
});
