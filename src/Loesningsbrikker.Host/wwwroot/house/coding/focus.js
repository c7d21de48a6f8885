// Focus mode: only the text and the small window. Remembered for this tab.

const kept = 'coding-focus';

export class FocusMode {
  constructor(root, text) {
    Object.assign(this, { root, text });
    this.on = document.getElementById('focus-on');
    this.off = document.getElementById('focus-off');
    this.on.addEventListener('click', () => this.set(true));
    this.off.addEventListener('click', () => this.set(false));
    this.set(sessionStorage.getItem(kept) === 'yes');
  }

  get isOn() {
    return this.root.dataset.focus === 'yes';
  }

  /** The line that is read stays where it is in the window. */
  set(isOn) {
    if (isOn === this.isOn) return;
    const [first] = this.text.inView();
    const mark = this.text.paragraphs[first]?.element;
    const before = mark?.getBoundingClientRect().top ?? 0;
    const hadButton = [this.on, this.off].includes(document.activeElement);
    this.root.dataset.focus = isOn ? 'yes' : 'no';
    this.off.hidden = !isOn;
    if (isOn) sessionStorage.setItem(kept, 'yes');
    else sessionStorage.removeItem(kept);
    if (mark && scrollY > 0) scrollBy(0, mark.getBoundingClientRect().top - before);
    // The button that was pressed is gone; the other one takes its place.
    if (hadButton) (isOn ? this.off : this.on).focus({ preventScroll: true });
    dispatchEvent(new Event('resize'));
  }
}
