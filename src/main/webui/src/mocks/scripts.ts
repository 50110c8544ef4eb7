import { http, HttpResponse, type DefaultBodyType } from 'msw';
import type { CallScriptRun, ScriptStep, ScriptView } from '../shared/api/types';
import { base, crud, equal, me, now, problem, text } from './answers';

const steps: ScriptStep[] = [
  {
    key: 'greeting', title: 'Greeting', text: 'Good day {{customer.name}}, this is {{agent.name}}. What can I do for you?', next: 'other',
    questions: [{ key: 'topic', kind: 'one-of', label: 'What is it about?', required: true, choices: [{ key: 'leak', label: 'Water leaks' }, { key: 'other', label: 'Something else' }] }],
    branches: [{ question: 'topic', value: 'leak', next: 'leak' }],
  },
  { key: 'leak', title: 'Stop the water', text: 'Please switch the machine off and close the tap, to the right.', questions: [{ key: 'stopped', kind: 'yes-no', label: 'Has the water stopped?', required: true, choices: [] }], branches: [], next: null },
  { key: 'other', title: 'What was agreed', text: 'Say again what happens next, and when.', questions: [{ key: 'agreed', kind: 'text', label: 'What was agreed?', required: false, choices: [] }], branches: [], next: null },
];

const scripts: ScriptView[] = [
  { id: 's1', name: 'Support: first call', language: 'en', status: 'published', queues: ['support'], steps, differs: false, publishedVersion: 1, publishedAt: now(), authorName: 'Lina Brandt', createdAt: now(), updatedAt: now(), version: 1 },
  { id: 's2', name: '售后：首次来电', language: 'zh-CN', status: 'draft', queues: ['support'], steps: steps.slice(0, 1), differs: true, publishedVersion: null, publishedAt: null, authorName: 'Lina Brandt', createdAt: now(), updatedAt: now(), version: 0 },
];

const published = ({ id, name, language, steps: all, publishedVersion }: ScriptView): CallScriptRun['script'] => ({ scriptId: id, name, language, steps: all, number: publishedVersion ?? 1 });
const runs = new Map<string, CallScriptRun>();

const runOf = (call: string): CallScriptRun | undefined => {
  const script = scripts.find((one) => one.status === 'published');
  return runs.get(call) ?? (script && { script: published(script), trail: [], answers: [], done: false, agents: [], version: 0, savedAt: null });
};

const changed = (id: unknown, change: Partial<ScriptView>) => {
  const found = scripts.find((one) => one.id === id);
  return found ? HttpResponse.json(Object.assign(found, change, { version: found.version + 1, updatedAt: now() }) as DefaultBodyType) : problem(404, 'not-found');
};

/** Scripts, and what was answered by them on calls. */
export const scriptHandlers = [
  http.get(`${base}/calls/:id/script`, ({ params }) => {
    const run = runOf(String(params['id']));
    return HttpResponse.json({ callId: params['id'], current: run?.script.scriptId ?? null, scripts: run ? [run] : [] });
  }),
  http.put(`${base}/calls/:id/script`, async ({ params, request }) => {
    const call = String(params['id']);
    const run = runOf(call);
    if (!run) return problem(404, 'not-found');
    const { trail, answers, done } = (await request.json()) as CallScriptRun;
    const saved = { ...run, trail, answers, done, agents: [me()?.extension ?? ''], version: run.version + 1, savedAt: now() };
    runs.set(call, saved);
    return HttpResponse.json(saved as DefaultBodyType);
  }),
  http.post(`${base}/scripts/:id/publish`, ({ params }) => {
    const before = scripts.find((one) => one.id === params['id'])?.publishedVersion ?? 0;
    return changed(params['id'], { status: 'published', differs: false, publishedVersion: before + 1, publishedAt: now() });
  }),
  http.post(`${base}/scripts/:id/withdraw`, ({ params }) => changed(params['id'], { status: 'draft', publishedAt: null })),
  ...crud('/scripts', scripts, (one) => one.id, (one, url) => (!text(url) || one.name.toLowerCase().includes(text(url).toLowerCase())) && equal(url, 'status', one.status) && equal(url, 'language', one.language),
    (body, n): ScriptView => ({ id: `s${n + 1}`, name: '', language: 'en', status: 'draft', queues: [], steps: [], differs: true, publishedVersion: null, publishedAt: null, authorName: me()?.name ?? null, createdAt: now(), updatedAt: now(), version: 0, ...body })),
];
