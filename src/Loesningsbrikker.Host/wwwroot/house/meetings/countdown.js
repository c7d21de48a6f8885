// Counts down from what the server says is left, because no two clocks agree.

/** Shows what is left every second. Returns how to stop it. */
export function countDown(seconds, show) {
  const end = performance.now() + seconds * 1000;
  const tell = () => {
    const left = Math.ceil((end - performance.now()) / 1000);
    show(left > 0 ? `Lukker om ${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` : 'Tiden er gået');
    if (left <= 0) clearInterval(timer);
  };
  const timer = setInterval(tell, 1000);
  tell();
  return () => clearInterval(timer);
}
