-- 20 ratios by province, from quarter :first to quarter :last. The few sums are paired only after they are added up.
select element >> 1 as target, province,
       cast(sum(amount) filter (where element & 1 = 0) as bigint) as numerator,
       cast(sum(amount) filter (where element & 1 = 1) as bigint) as denominator
from (select element, province, sum(value) as amount
      from figure join unit on unit.unit = figure.unit
      where period between :first and :last and element < 40
      group by element, province) as sums
group by element >> 1, province
order by target, province;
