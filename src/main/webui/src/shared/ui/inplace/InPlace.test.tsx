import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { App, Input } from 'antd';
import { useEffect, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../api/problem';
import { InPlace, type EditorProps } from './InPlace';
import type { Field } from './save';

interface Thing {
  version: number;
  name: string;
}
const name: Field<Thing, string, Partial<Thing>> = { read: (r) => r.name, write: (_, value) => ({ name: value }) };
const editor = ({ id, value, change }: EditorProps<string>) => <Input id={id} autoFocus value={value} onChange={(e) => change(e.target.value)} />;

function show(held: Thing, may = true) {
  let now = held;
  const outer = vi.fn();
  const save = vi.fn(async (patch: Partial<Thing>, version: number) => {
    if (version !== now.version) throw new ProblemError(412, 'stale');
    now = { ...now, ...patch, version: now.version + 1 };
    become(now);
    return now;
  });
  let become: (thing: Thing) => void = () => undefined;
  function Page() {
    const [thing, set] = useState(held);
    useEffect(() => {
      become = set;
    }, [set]);
    return (
      <App>
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div onKeyDown={(e) => e.key === 'Escape' && outer()}>
          <InPlace label="Name" record={thing} field={name} empty="" source={{ save, reload: async () => now }} may={may} editor={editor} say={(value) => value}>
            <span>{thing.name}</span>
          </InPlace>
        </div>
      </App>
    );
  }
  render(<Page />);
  return { save, outer, changedElsewhere: (part: Partial<Thing>) => (now = { ...now, ...part, version: now.version + 1 }) };
}

const open = () => fireEvent.click(screen.getByRole('button', { name: 'Change: Name' }));
const type = (value: string) => fireEvent.change(screen.getByLabelText('Name', { selector: 'input' }), { target: { value } });
const enter = () => fireEvent.submit(screen.getByRole('form', { name: 'Name' }));

afterEach(cleanup);

describe('a value changed where it stands', () => {
  it('is opened by a click or its button, saved by Enter, and shown as it is then', async () => {
    const { save } = show({ version: 4, name: 'Old' });
    fireEvent.click(screen.getByText('Old'));
    expect(screen.getByDisplayValue('Old')).toBeTruthy();
    type('New');
    enter();
    expect(await screen.findByText('New')).toBeTruthy();
    expect(save).toHaveBeenCalledExactlyOnceWith({ name: 'New' }, 4);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('is given up by Escape, which closes nothing else', () => {
    const { save, outer } = show({ version: 4, name: 'Old' });
    open();
    type('New');
    fireEvent.keyDown(screen.getByDisplayValue('New'), { key: 'Escape' });
    expect(screen.getByText('Old')).toBeTruthy();
    expect(save).not.toHaveBeenCalled();
    expect(outer).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change: Name' }));
  });

  it('is not saved when nothing was changed', () => {
    const { save } = show({ version: 4, name: 'Old' });
    open();
    enter();
    expect(save).not.toHaveBeenCalled();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('changed by somebody else meanwhile stands beside one’s own, which can be kept', async () => {
    const { save, changedElsewhere } = show({ version: 4, name: 'Old' });
    open();
    changedElsewhere({ name: 'Theirs' });
    type('Mine');
    enter();
    expect((await screen.findByRole('alert')).textContent).toContain('Theirs');
    expect(screen.getByRole('alert').textContent).toContain('Mine');
    expect(screen.getByDisplayValue('Mine')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(save).toHaveBeenLastCalledWith({ name: 'Mine' }, 5));
    expect(await screen.findByText('Mine')).toBeTruthy();
  });

  it('that is refused stays in the field with the reason', async () => {
    const { save } = show({ version: 4, name: 'Old' });
    save.mockRejectedValueOnce(new ProblemError(422, 'validation', null, [{ field: 'name', code: 'not-blank', message: '' }]));
    open();
    type(' ');
    enter();
    expect((await screen.findByRole('alert')).textContent).toBe('Please fill this in.');
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe(' ');
  });

  it('is only read by who may not change it', () => {
    show({ version: 4, name: 'Old' }, false);
    fireEvent.click(screen.getByText('Old'));
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
