-- What to say and ask on a call. steps: JSON, checked before it is kept. Queues: whose calls a script is for; none is all.
-- What is in script is the writers'; calls go by what was published: versions that never change.

create table script (
    id           uuid primary key,
    version      bigint not null,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    owner_id     uuid references app_user,
    team_id      uuid references team,
    name         text not null check (length(name) between 1 and 100),
    language     text not null check (length(language) <= 10),
    queues       varchar(100)[] not null check (cardinality(queues) <= 50),
    steps        text not null check (length(steps) <= 2000000),
    status       text not null check (status in ('draft', 'published')),
    -- The newest version that was published, also after it was withdrawn.
    published    integer,
    published_at timestamptz,
    -- Whether calls go by something else than what stands here.
    differs      boolean not null
);
create index script_updated on script (updated_at desc, id desc);
create index script_name on script (name, id);

-- until: when a newer one was published or it was withdrawn. A call goes by what was published when it began.
create table script_version (
    script_id uuid not null references script on delete cascade,
    number    integer not null,
    at        timestamptz not null,
    until     timestamptz,
    editor_id uuid references app_user,
    name      text not null,
    language  text not null,
    queues    varchar(100)[] not null,
    steps     text not null,
    primary key (script_id, number)
);
create index script_version_current on script_version (at) where until is null;

-- How far a call came in a script and what was answered. agents: extensions of those who wrote the answers down.
create table call_script (
    call_id   text not null check (length(call_id) <= 200),
    script_id uuid not null,
    number    integer not null,
    version   bigint not null,
    trail     text[] not null,
    done      boolean not null,
    answers   jsonb not null,
    agents    text[] not null,
    saved_at  timestamptz not null,
    primary key (call_id, script_id),
    -- What calls have answers to cannot be deleted.
    foreign key (script_id, number) references script_version (script_id, number)
);
create index call_script_version on call_script (script_id, number);
