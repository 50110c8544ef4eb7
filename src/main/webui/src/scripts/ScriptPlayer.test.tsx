import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ScriptStep } from '../shared/api/types';
import type { Fields } from './fields';
import { begin, type Passage } from './passage';
import { ScriptPlayer } from './ScriptPlayer';

const steps: ScriptStep[] = [
  {
    key: 'hello', title: 'Greeting', text: 'Good day **{{customer.name}}**, this is {{agent.name}}. [Site](https://example.com/{{customer.name}})',
    questions: [{ key: 'leaks', kind: 'yes-no', label: 'Does it leak at {{customer.contact}}’s?', required: true, choices: [] }],
    branches: [{ question: 'leaks', value: 'yes', next: 'tap' }], next: 'bye',
  },
  { key: 'tap', title: 'The tap', text: 'Close it.', questions: [{ key: 'note', kind: 'text', label: 'Where?', required: false, choices: [] }], branches: [], next: 'bye' },
  { key: 'bye', title: 'Farewell', text: 'Good bye.', questions: [], branches: [], next: null },
];
const changed = vi.fn<(passage: Passage, atOnce: boolean) => void>();

function Trial({ fields, disabled = false }: { fields: Fields; disabled?: boolean }) {
  const [passage, setPassage] = useState(begin(steps));
  const onChange = (to: Passage, atOnce: boolean) => {
    changed(to, atOnce);
    setPassage(to);
  };
  return <ScriptPlayer name="Leaks" language="en" steps={steps} passage={passage} fields={fields} disabled={disabled} onChange={onChange} />;
}

const fields: Fields = { 'customer.name': 'Li Na', 'agent.name': 'Wei', 'customer.contact': 'Chen' };
const title = () => screen.getByRole('heading', { level: 3 }).textContent;
const key = (name: string) => fireEvent.keyDown(document.body, { key: name, altKey: true });

afterEach(() => {
  cleanup();
  changed.mockReset();
});

describe('the script on the desk', () => {
  it('is filled in, and says plainly what is not known', () => {
    render(<Trial fields={{ 'agent.name': 'Wei', 'customer.name': '' }} />);
    expect(screen.getByText('Customer’s name: not known').className).toBe('script-gap');
    expect(screen.getByText('Contact’s name: not known')).toBeTruthy();
    expect(document.body.innerHTML).not.toMatch(/\{\{|%7B|null|undefined/);
  });

  it('takes a customer’s name for nothing but a name', () => {
    render(<Trial fields={{ ...fields, 'customer.name': '[x](https://evil.example) <img src=x> **b** {{agent.name}}' }} />);
    expect(screen.getByText('[x](https://evil.example) <img src=x> **b** {{agent.name}}')).toBeTruthy();
    expect([...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual(['https://example.com/']);
    expect(document.querySelector('img')).toBeNull();
  });

  it('asks before it goes on, and goes where the answer leads', () => {
    render(<Trial fields={fields} />);
    fireEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(screen.getByRole('alert').textContent).toBe('Please answer this first.');
    expect(changed).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('radio', { name: 'Yes' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(changed.mock.lastCall?.[1]).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(title()).toBe('The tap');
    expect(changed.mock.lastCall?.[1]).toBe(true);
  });

  it('is walked by keys, and back along the way so far', () => {
    render(<Trial fields={fields} />);
    fireEvent.click(screen.getByRole('radio', { name: 'No' }));
    key('ArrowRight');
    expect(title()).toBe('Farewell');
    key('ArrowRight');
    expect(title()).toContain('The script is finished.');
    key('ArrowLeft');
    expect(title()).toBe('Farewell');
    fireEvent.click(screen.getByRole('button', { name: 'Greeting' }));
    expect(title()).toBe('Greeting');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'No' }).checked).toBe(true);
  });

  it('is read but not answered while the phone rings', () => {
    render(<Trial fields={fields} disabled />);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Yes' }).disabled).toBe(true);
    key('ArrowRight');
    expect(title()).toBe('Greeting');
    expect(changed).not.toHaveBeenCalled();
  });
});
