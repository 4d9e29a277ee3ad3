/** Where public holidays are read: the ordinary list, or the list that the Code du travail adds to it there. */
export type Territoire =
  | "metropole"
  | "alsace-moselle"
  | "guadeloupe"
  | "martinique"
  | "guyane"
  | "reunion"
  | "mayotte"
  | "saint-martin"
  | "saint-barthelemy";
