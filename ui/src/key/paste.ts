/** A paste anywhere but into a field: Rust reads the clipboard, and what the event carries is not looked at. */
export function pastedOutside(act: () => void): (event: ClipboardEvent) => void {
  return (event) => {
    if (event.target instanceof Element && event.target.matches('input, textarea')) return;
    event.preventDefault();
    act();
  };
}
