import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';

interface Properties {
  readonly value: string;
  /** Called when the typing has come to a rest, and never with letters of an input method that are not chosen yet. */
  readonly onSearch: (text: string) => void;
  readonly placeholder: string;
}

const REST_MS = 250;

/** A search that waits for the input method; `/` puts the cursor into it. */
export function SearchField({ value, onSearch, placeholder }: Properties) {
  const [typed, setTyped] = useState(value);
  const composing = useRef(false);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<InputRef>(null);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(rest.current), []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key !== '/' || writing || event.isComposing) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  const search = (text: string) => {
    clearTimeout(rest.current);
    if (!composing.current) rest.current = setTimeout(() => onSearch(text.trim()), REST_MS);
  };
  return (
    <Input
      ref={field} className="search-field" type="search" value={typed} placeholder={placeholder} aria-label={placeholder} prefix={<SearchOutlined />} allowClear
      onChange={({ target }) => { setTyped(target.value); search(target.value); }}
      onCompositionStart={() => { composing.current = true; }}
      onCompositionEnd={({ currentTarget }) => { composing.current = false; search(currentTarget.value); }}
    />
  );
}
