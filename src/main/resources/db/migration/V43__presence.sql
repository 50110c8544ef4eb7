-- Whether an agent had a page, since when page or phone are gone, and what of a wrap-up's time was used.

alter table agent_state
    add column page_open          boolean not null default false,
    add column page_gone_at       timestamptz,
    add column gone_since         timestamptz,
    add column wrap_up_limit_ms   bigint,
    add column wrap_up_extensions integer not null default 0;
