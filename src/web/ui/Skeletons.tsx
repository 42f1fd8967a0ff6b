import './skeletons.css';

/** Stands where a page will be. It appears only after 300 ms, so that quick answers do not flicker. */
export function PageSkeleton() {
  return (
    <div className="skeleton" aria-busy="true">
      <i className="skeleton-title" />
      <Lines count={8} />
    </div>
  );
}

export function LinesSkeleton({ count = 4 }: { readonly count?: number }) {
  return <div className="skeleton" aria-busy="true"><Lines count={count} /></div>;
}

const Lines = ({ count }: { readonly count: number }) => Array.from({ length: count }, (_, line) => <i key={line} />);
