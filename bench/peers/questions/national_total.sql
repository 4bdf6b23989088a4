-- One element of the whole nation in one quarter.
select element, sum(value) as total
from figure
where period = :first and element = :element
group by element;
