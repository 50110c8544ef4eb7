import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Markdown } from './Markdown';

describe('Markdown', () => {
  it('shows script as the text it is and makes no link of it', () => {
    const { container } = render(<Markdown text={'<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[press](javascript:alert(1)) ![spy](https://example.com/x.png)'} />);
    expect(container.querySelector('script, img, [onerror]')).toBeNull();
    expect(container.textContent).toContain('<script>alert(1)</script>');
    expect(screen.getByText('press').getAttribute('href') ?? '').not.toContain('javascript');
    expect(screen.getByText('spy').tagName).toBe('A');
  });
  it('makes tables and lists', () => {
    const { container } = render(<Markdown text={'| a | b |\n|---|---|\n| 1 | 2 |\n\n- one\n- two'} />);
    expect(container.querySelectorAll('td')).toHaveLength(2);
    expect(container.querySelectorAll('li')).toHaveLength(2);
  });
});
