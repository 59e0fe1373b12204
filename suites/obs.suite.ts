import { chapterOn } from './chapter.ts';

chapterOn('obs', (guide) => {
  guide.isFollowed();
  guide.leavesAController();
  guide.letsOpenStackIn();
  guide.standsUpToControls();
});
