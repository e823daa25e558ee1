/** Stands in the words of the page where the script puts the number of an event. */
export const numberPlace = '{number}'
