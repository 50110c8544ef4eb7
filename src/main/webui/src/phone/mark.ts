/**
 * What a page leaves for those after it. The call stays with the tab, so that only the page loaded in its place asks for it;
 * the claim to be the phone is the whole browser's.
 */
const CALL = 'trunkline.phone.call';
const CLAIM = 'trunkline.phone.claim';

export const leftCall = () => sessionStorage.getItem(CALL);
export const markCall = (id: string) => sessionStorage.setItem(CALL, id);
export const unmarkCall = () => sessionStorage.removeItem(CALL);

export const keptClaim = () => localStorage.getItem(CLAIM);
export const keepClaim = (claim: string) => localStorage.setItem(CLAIM, claim);
