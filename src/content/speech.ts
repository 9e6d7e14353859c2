/** Our words are English and read from left to right, whatever the page's language: within a page from right to left their order would break. */
export function speakEnglish(element: HTMLElement): void {
  element.lang = 'en';
  element.dir = 'ltr';
}
