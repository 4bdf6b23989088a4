-- The second part of a rebuild: every value once more, beside all that it can be asked by, into a new table for its
-- year; an index for each column that can be asked by; then the new table takes the place of the old one.
create unlogged table analytics_temp(
  dx char(11) not null, co char(11) not null, ao char(11) not null,
  pestartdate date, peenddate date, year integer not null, pe text not null,
  ou char(11) not null, oulevel integer, id text,
  uidlevel1 char(11), uidlevel2 char(11), uidlevel3 char(11), uidlevel4 char(11), uidlevel5 char(11),
  :period_columns,
  approvallevel integer, daysxvalue double precision, daysno integer not null, value double precision, textvalue text);
create unlogged table analytics_2025_temp(check (year = 2025), check (pestartdate < '2026-01-01'))
  inherits (analytics_temp);

insert into analytics_2025_temp
select des.dataelementuid, dcs.categoryoptioncombouid, acs.categoryoptioncombouid,
       ps.startdate, ps.enddate, ps.year, ps.iso, ous.organisationunituid, ous.level,
       concat_ws('-', des.dataelementuid, ps.iso, ous.organisationunituid, dcs.categoryoptioncombouid,
                 acs.categoryoptioncombouid),
       ous.uidlevel1, ous.uidlevel2, ous.uidlevel3, ous.uidlevel4, ous.uidlevel5,
       :period_names,
       0, dv.value::double precision * ps.daysno, ps.daysno, dv.value::double precision, null
from datavalue dv
join analytics_rs_periodstructure ps on ps.periodid = dv.periodid
join analytics_rs_dataelementstructure des on des.dataelementid = dv.dataelementid
join analytics_rs_orgunitstructure ous on ous.organisationunitid = dv.sourceid
join analytics_rs_categorystructure dcs on dcs.categoryoptioncomboid = dv.categoryoptioncomboid
join analytics_rs_categorystructure acs on acs.categoryoptioncomboid = dv.attributeoptioncomboid
where des.valuetype in ('INTEGER', 'NUMBER', 'INTEGER_POSITIVE', 'INTEGER_ZERO_OR_POSITIVE', 'PERCENTAGE')
  and des.domaintype = 'AGGREGATE'
  and ps.year = 2025 and dv.lastupdated < now() and dv.value is not null and not dv.deleted
  and (dv.value != '0' or des.aggregationtype in ('AVERAGE', 'AVERAGE_SUM_ORG_UNIT'))
  and dv.value ~* '^(-?[0-9]+)(\.[0-9]+)?$';

-- One index a column; the two kinds of category stand behind the element.
select format('create index %I on analytics_2025_temp(%s)', 'ax_2025_' || name || :'generation',
              case when name in ('co', 'ao') then 'dx, ' || name else name end)
from unnest(string_to_array(:'indexed', ', ')) name
\gexec
analyze analytics_2025_temp;

begin;
drop table if exists analytics cascade;
alter table analytics_2025_temp rename to analytics_2025;
alter table analytics_temp rename to analytics;
commit;
