// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.option;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that can stand in a URI, and the options that belong to each. Immutable. */
public final class EndpointKinds {

    // Other text may be a secret in the wrong place and is not repeated.
    private static final String SHOWN = "[A-Za-z]{1,20}";

    private final List<EndpointKind> operations;
    private final List<EndpointKind> feeds;
    private final Set<String> ownOptions;

    /**
     * @param operations the names for {@code to()}
     * @param feeds the names for {@code from()}
     */
    public EndpointKinds(List<? extends EndpointKind> operations, List<? extends EndpointKind> feeds) {
        this.operations = List.copyOf(operations);
        this.feeds = List.copyOf(feeds);
        Set<String> own = new LinkedHashSet<>();
        Set<String> shared = new LinkedHashSet<>(operations.get(0).common());
        all().forEach(kind -> {
            own.addAll(read(kind));
            shared.retainAll(read(kind));
        });
        own.removeAll(shared);
        this.ownOptions = own;
    }

    /** Returns operations and feeds. */
    public List<EndpointKind> all() {
        return Stream.concat(operations.stream(), feeds.stream()).toList();
    }

    /** @throws IllegalArgumentException if there is no such name; the message has those that there are */
    public EndpointKind of(String name) {
        return all().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    private String unknown(String name) {
        // Without the ? the options, which may contain credentials, are part of the name.
        boolean options = !name.matches("\\w*");
        return (name.matches(SHOWN) ? NamedValue.of("operation", name) : "operation") + ": allowed are "
                + names(operations) + " in a to(), and " + names(feeds) + " in a from()"
                + (options ? "; options begin after a ?, as in apivideo:upload?partSize=16MiB" : "");
    }

    /**
     * Returns the kind if it is a name for {@code to()}.
     *
     * @throws IllegalArgumentException if it is one for {@code from()}
     */
    public EndpointKind requireOperation(EndpointKind kind) {
        return require(operations, kind, "is a name for from(); to() knows ");
    }

    /**
     * Returns the kind if it is a name for {@code from()}.
     *
     * @throws IllegalArgumentException if it is one for {@code to()}
     */
    public EndpointKind requireFeed(EndpointKind kind) {
        return require(feeds, kind, "is an operation for to(); from() knows ");
    }

    private static EndpointKind require(List<EndpointKind> allowed, EndpointKind kind, String otherwise) {
        if (!allowed.contains(kind)) {
            throw new IllegalArgumentException("apivideo:" + kind.name() + " " + otherwise + names(allowed));
        }
        return kind;
    }

    /** Returns the options that some kinds do not read. */
    public Set<String> ownOptions() {
        return ownOptions;
    }

    /**
     * Refuses options that others read, and this kind does not: they would have no effect.
     *
     * @param set the names of options as a URI may write them
     * @throws IllegalArgumentException if there is one
     */
    public void refuseUnread(EndpointKind kind, Collection<String> set) {
        Set<String> written = set.stream().map(EndpointKinds::plain).collect(Collectors.toSet());
        Set<String> read = read(kind);
        List<String> unread = ownOptions.stream()
                .filter(option -> !read.contains(option) && written.contains(plain(option)))
                .toList();
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", unread) + ": " + kind.name() + " does not read "
                    + (unread.size() == 1 ? "this option" : "these options") + "; allowed are "
                    + String.join(", ", kind.options())
                    + ", and the options of all operations, which are in docs/options.md");
        }
    }

    private static Set<String> read(EndpointKind kind) {
        Set<String> read = new LinkedHashSet<>(kind.options());
        read.addAll(kind.common());
        return read;
    }

    // part-number and PARTNUMBER are partNumber; metadata.author belongs to metadata.
    private static String plain(String option) {
        return option.replaceFirst("\\..*", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static String names(List<EndpointKind> kinds) {
        return kinds.stream().map(EndpointKind::name).collect(Collectors.joining(", "));
    }
}
