-- What agents note after their calls. Saved while they write, so that a crash loses no more than the last words.
create table wrap_up (
    call_id     text not null check (length(call_id) <= 200),
    agent       text not null check (length(agent) <= 100),
    disposition text check (length(disposition) <= 100),
    notes       text check (length(notes) <= 4000),
    saved_at    timestamptz not null,
    -- Null while it is a draft.
    done_at     timestamptz,
    primary key (call_id, agent)
);
