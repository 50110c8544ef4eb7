-- Up to where each PBX's own journal is done with, by that PBX's clock: no call that began before is open or unwritten.
create table journal_watermark (
    pbx        text primary key check (length(pbx) <= 200),
    at         timestamptz not null,
    updated_at timestamptz not null
);

-- Readings of the journal and what came of each. at is our clock, since and until are the PBX's.
create table call_recovery (
    id          uuid primary key,
    pbx         text not null check (length(pbx) <= 200),
    reason      text not null check (reason in ('link', 'storage', 'check')),
    at          timestamptz not null,
    duration_ms bigint not null check (duration_ms >= 0),
    since       timestamptz not null,
    until       timestamptz,
    lines       bigint not null,
    bad_lines   bigint not null,
    -- The first bad lines: [{file, offset, problem}].
    bad         jsonb not null,
    added       integer not null,
    mended      integer not null,
    complete    boolean not null
);
create index call_recovery_at on call_recovery (at desc, id desc);
