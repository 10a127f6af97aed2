const OPEN = 'details.b-overflow[open]';

/** A click beside an open menu closes it, and so does Escape, which gives the focus back to its button. */
export function closeMenusOutside() {
  addEventListener('click', ({ target }) => {
    for (const menu of document.querySelectorAll(OPEN)) if (!menu.contains(target)) menu.open = false;
  });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const menu of document.querySelectorAll(OPEN)) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
