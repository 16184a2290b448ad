// What is to be known before one goes on, in a frame: that all is well ("good"), that something is wrong ("bad"), or a hint ("info").
const FRAMES = { good: "s-notice s-notice-good", bad: "s-notice", info: "s-notice s-notice-info" };

export function Notice({ kind, title, text }: { kind: keyof typeof FRAMES; title: string; text?: string }) {
  return (
    <div className={FRAMES[kind]} role="status">
      <strong>{title}</strong>
      {text && <p>{text}</p>}
    </div>
  );
}
