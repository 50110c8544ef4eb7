-- What reports count: one row for each stay of a call in a queue, for each offer to an agent, and for each agent's part in a
-- call. Made from the call's own account with the end of the call and in its transaction; an account that is put right
-- replaces what the former gave (decision 0020).

create table call_visit (
    call_id     text not null references call (id) on delete cascade,
    n           integer not null,
    queue       text not null,
    started_at  timestamptz not null,
    joined_at   timestamptz not null,
    waited_ms   bigint,
    outcome     text,
    -- Who answered, and whether the call was transferred before it came to another queue.
    agent       text,
    transferred boolean not null,
    -- The caller's number in normal form, null for none, and when that number's next call came to a queue.
    party       text,
    again_at    timestamptz,
    primary key (call_id, n)
);

create index call_visit_party on call_visit (party, started_at) where party is not null;

create table call_offer (
    call_id text not null references call (id) on delete cascade,
    n       integer not null,
    queue   text not null,
    agent   text not null,
    at      timestamptz not null,
    outcome text,
    primary key (call_id, n)
);

create table call_part (
    call_id     text not null references call (id) on delete cascade,
    agent       text not null,
    -- The stay in a queue that was answered before, 0 for none, with its queue and its beginning.
    visit       integer not null,
    queue       text,
    joined_at   timestamptz,
    -- Whether the agent was the first after that stay, so that those who had the call after it are counted once.
    leads       boolean not null,
    direction   text not null,
    began_at    timestamptz not null,
    talk_ms     bigint not null,
    -- Null where the holds may have been missed.
    hold_ms     bigint,
    wrap_ms     bigint,
    transferred boolean not null,
    primary key (call_id, agent, visit)
);

create function call_visits(doc jsonb)
    returns table (n integer, queue text, joined_at timestamptz, waited_ms bigint, outcome text, agent text,
        offers jsonb, until timestamptz)
    language sql stable parallel safe as $$
    select v.n::integer, v.visit ->> 'queue', (v.visit ->> 'joinedAt')::timestamptz,
        floor(extract(epoch from (v.visit ->> 'leftAt')::timestamptz - (v.visit ->> 'joinedAt')::timestamptz) * 1000)::bigint,
        v.visit ->> 'outcome',
        (select offer ->> 'agent' from jsonb_array_elements(v.visit -> 'offers') offer
            where offer ->> 'outcome' = 'answered' limit 1),
        v.visit -> 'offers',
        lead((v.visit ->> 'joinedAt')::timestamptz, 1, 'infinity') over (order by v.n)
    from jsonb_array_elements(doc -> 'visits') with ordinality as v (visit, n)
$$;

-- Who handed the call to somebody else, and when.
create function call_transfers(doc jsonb) returns table (agent text, at timestamptz)
    language sql stable parallel safe as $$
    select handover ->> 'from', (handover ->> 'at')::timestamptz
    from jsonb_array_elements(coalesce(doc -> 'handovers', '[]')) handover
    where handover ->> 'kind' in ('blind-transfer', 'attended-transfer')
$$;

create function call_visit_rows(one call) returns setof call_visit language sql stable as $$
    select one.id, v.n, v.queue, one.started_at, v.joined_at, v.waited_ms, v.outcome, v.agent,
        v.outcome is not distinct from 'answered' and exists (
            select from call_transfers(one.doc) t where t.at >= v.joined_at and t.at < v.until),
        case when one.direction = 'inbound' then one.party_key end,
        case when one.direction = 'inbound' then
            (select min(w.started_at) from call_visit w where w.party = one.party_key and w.started_at > one.started_at) end
    from call_visits(one.doc) v
$$;

create function call_part_rows(one call) returns setof call_part language sql stable as $$
    with segment as (
        select s ->> 'agent' as agent, s ->> 'legId' as leg, (s ->> 'from')::timestamptz as began,
            coalesce((s ->> 'to')::timestamptz, one.ended_at) as ended
        from jsonb_array_elements(one.doc -> 'segments') s
    ), talk as (
        select s.agent, s.began, s.ended, coalesce(v.n, 0) as visit, v.queue, v.joined_at,
            (select coalesce(sum(extract(epoch from
                    least((h ->> 'to')::timestamptz, s.ended) - greatest((h ->> 'from')::timestamptz, s.began))), 0)
                from jsonb_array_elements(one.doc -> 'holds') h
                where h ->> 'legId' = s.leg and (h ->> 'from')::timestamptz < s.ended
                    and coalesce((h ->> 'to')::timestamptz, s.ended) > s.began) as held
        from segment s left join lateral (
            select last.* from (
                select * from call_visits(one.doc) w where w.joined_at <= s.began order by w.n desc limit 1) last
            where last.outcome = 'answered') v on true
    ), part as (
        select agent, visit, queue, joined_at, min(began) as began,
            sum(extract(epoch from greatest(ended - began, interval '0'))) as connected, sum(held) as held
        from talk group by agent, visit, queue, joined_at
    )
    select one.id, p.agent, p.visit, p.queue, p.joined_at,
        row_number() over (partition by p.visit order by p.began, p.agent) = 1,
        one.direction, p.began, floor(greatest(p.connected - p.held, 0) * 1000)::bigint,
        case when not one.recovered then floor(p.held * 1000)::bigint end,
        -- One wrap-up follows an agent's last part.
        case when row_number() over (partition by p.agent order by p.visit desc) = 1 then
            (select w.wrap_ms from call_wrap w where w.call_id = one.id and w.agent = p.agent) end,
        exists (select from call_transfers(one.doc) t where t.agent = p.agent and t.at >= p.began and t.at < p.until)
    from (select *, lead(began, 1, 'infinity') over (partition by agent order by began) as until from part) p
$$;

create function call_counted() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.ended_at is not null then
        delete from call_visit where call_id = new.id;
        delete from call_offer where call_id = new.id;
        delete from call_part where call_id = new.id;
        update call_visit v set again_at =
            (select min(w.started_at) from call_visit w where w.party = v.party and w.started_at > v.started_at)
        where v.party = old.party_key and v.again_at = old.started_at;
    end if;
    insert into call_visit select * from call_visit_rows(new);
    insert into call_offer
        select new.id, row_number() over (order by v.n, o.n), v.queue, o.offer ->> 'agent', (o.offer ->> 'at')::timestamptz,
            o.offer ->> 'outcome'
        from call_visits(new.doc) v cross join lateral jsonb_array_elements(v.offers) with ordinality as o (offer, n);
    insert into call_part select * from call_part_rows(new);
    if new.direction = 'inbound' and new.party_key is not null and new.queue is not null then
        update call_visit v set again_at = new.started_at
        where v.party = new.party_key and v.started_at < new.started_at
            and (v.again_at is null or v.again_at > new.started_at)
            and v.started_at >= new.started_at - interval '7 days';
    end if;
    return null;
end $$;

-- The stays of calls that go on too, as far as they are known.
create view call_visit_now as
    select * from call_visit
    union all
    select v.* from call c cross join lateral call_visit_rows(c) v where c.ended_at is null;

-- A wrap-up may end after the call is written.
create function call_wrap_counted() returns trigger language plpgsql as $$
begin
    update call_part p set wrap_ms = new.wrap_ms
    where p.call_id = new.call_id and p.agent = new.agent
        and p.visit = (select max(q.visit) from call_part q where q.call_id = new.call_id and q.agent = new.agent);
    return null;
end $$;

-- The calls that there are, before anything can follow: what each of them gives, then who called again.
insert into call_visit select v.* from call c cross join lateral call_visit_rows(c) v where c.ended_at is not null;
insert into call_offer
    select c.id, row_number() over (partition by c.id order by v.n, o.n), v.queue, o.offer ->> 'agent',
        (o.offer ->> 'at')::timestamptz, o.offer ->> 'outcome'
    from call c cross join lateral call_visits(c.doc) v
        cross join lateral jsonb_array_elements(v.offers) with ordinality as o (offer, n)
    where c.ended_at is not null;
insert into call_part select p.* from call c cross join lateral call_part_rows(c) p where c.ended_at is not null;
update call_visit v set again_at = next.at
from (select call_id, n, min(started_at) over later as at from call_visit where party is not null
    window later as (partition by party order by started_at range between interval '1 microsecond' following
        and unbounded following)) next
where next.call_id = v.call_id and next.n = v.n and next.at is not null;

create index call_visit_joined on call_visit (joined_at);
create index call_offer_at on call_offer (at);
create index call_part_began on call_part (began_at);
create index call_part_joined on call_part (joined_at) where visit > 0;

create trigger call_counted after insert or update on call
    for each row when (new.ended_at is not null) execute function call_counted();
create trigger call_wrap_counted after insert or update on call_wrap
    for each row execute function call_wrap_counted();
