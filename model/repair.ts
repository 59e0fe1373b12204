/** What a remedy lacked to mend the trouble that it is for, as was found out by trying. */
export interface Repair {
  /** What has to be typed before the service is started, in order. */
  readonly commands: readonly string[];
  /** In words, where the guide's edit has to be another one, too. */
  readonly edit?: string;
}
