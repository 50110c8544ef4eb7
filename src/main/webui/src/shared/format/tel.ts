const LONGEST = 32;

/**
 * The number of a telephone link, or null when there is none: `tel:+86-21-6335-0077;ext=12` is `+862163350077`. What a link
 * holds was written by strangers: codes that would switch something at an exchange (`*21*…#`) are no numbers.
 */
export function telNumber(link: string): string | null {
  let text = link;
  try {
    text = decodeURIComponent(link);
  } catch {
    // Taken as it came.
  }
  const bare = text.replace(/^tel:/i, '');
  // A plus that was not written as %2B has become a space on its way.
  const number = (/^\s\d/.test(bare) ? `+${bare}` : bare).replace(/[;?].*$/s, '').replace(/[\s().\-/]/g, '');
  return number.length <= LONGEST && /^\+?\d{3,}$/.test(number) ? number : null;
}
