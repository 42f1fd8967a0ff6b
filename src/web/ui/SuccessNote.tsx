import { CheckCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import './success-note.css';

/** Says what followed from a success, where it was asked for. */
export const SuccessNote = ({ children }: { readonly children: ReactNode }) => (
  <div className="success-note" role="status"><CheckCircleOutlined /> <div>{children}</div></div>
);
