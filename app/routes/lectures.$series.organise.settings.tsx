export default function Stub() {
  return <p>Not built yet</p>;
}
