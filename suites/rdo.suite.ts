import { chapterOn } from './chapter.ts';

chapterOn('rdo', (guide) => {
  guide.isFollowed();
  guide.leavesAController();
  guide.letsOpenStackIn();
  guide.standsUpToControls();
});
