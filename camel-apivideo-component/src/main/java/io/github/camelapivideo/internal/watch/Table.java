// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/**
 * The columns in which operators see items: as a table of JMX, or as plain rows. Immutable.
 *
 * @param keys the number of the first columns that distinguish one row from another
 */
record Table<T>(String name, int keys, List<Column<T>> columns) {

    /** @param value of an item; null if it has none, except in a key */
    record Column<T>(String name, String description, SimpleType<?> type, Function<T, Object> value) {}

    /** Returns the items as rows of values by the names of their columns. */
    List<Map<String, Object>> rows(Collection<T> items) {
        return items.stream().map(this::row).toList();
    }

    private Map<String, Object> row(T item) {
        Map<String, Object> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column.name(), column.value().apply(item)));
        return row;
    }

    /** Returns the items as JMX has them. Of items with the same key, the first one. */
    TabularData data(Collection<T> items) {
        try {
            CompositeType type = rowType();
            TabularDataSupport table = new TabularDataSupport(
                    new TabularType(name, name, type, names().subList(0, keys).toArray(String[]::new)));
            for (Map<String, Object> values : rows(items)) {
                CompositeDataSupport row = new CompositeDataSupport(type, values);
                if (!table.containsKey(table.calculateIndex(row))) {
                    table.put(row);
                }
            }
            return table;
        } catch (OpenDataException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private CompositeType rowType() throws OpenDataException {
        return new CompositeType(
                name,
                name,
                names().toArray(String[]::new),
                columns.stream().map(Column::description).toArray(String[]::new),
                columns.stream().map(Column::type).toArray(OpenType[]::new));
    }

    private List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
