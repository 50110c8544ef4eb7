-- A line for each table: name, rows, sum of the rows' hashes. Equal lines, equal tables, in whatever order the rows lie.
select format(
    'select %L, count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from %I t', relname, relname)
from pg_class
where relkind = 'r' and relnamespace = 'public'::regnamespace
order by relname
\gexec
