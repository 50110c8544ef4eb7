-- Who may read an article: ids of teams and words of roles, one of which a reader must have; none is everybody.

alter table article add column audience varchar(40)[] not null default '{}' check (cardinality(audience) <= 60);
alter table article_version add column audience varchar(40)[] not null default '{}';

-- groups: what a reader belongs to, with commas between.
create function article_open_to(audience varchar[], groups text) returns boolean language sql immutable parallel safe as $$
    select cardinality(audience) = 0 or audience && string_to_array(groups, ',')::varchar[]
$$;
