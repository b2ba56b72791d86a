// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import io.github.camelapivideo.simulator.problem.ContractRule;
import io.github.camelapivideo.simulator.problem.ProblemType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A progressive upload by part. Guarded by its {@link VideoSource}. */
final class PartIntake implements Intake {

    /** A part that is checked before it is stored. */
    private record Arrival(PartIntake intake, ContentRange.ByPart range, long length) {

        int highestSent() {
            return intake.files.isEmpty() ? 0 : intake.files.lastKey();
        }

        /** The total that this request or an earlier one has stated. */
        OptionalLong total() {
            return range.total().isPresent() || intake.total == null ? range.total() : OptionalLong.of(intake.total);
        }

        boolean isLast() {
            return total().isPresent() && range.part() == total().getAsLong();
        }
    }

    private static final String RANGE = "Content-Range";

    private static final List<ContractRule<Arrival>> RULES = List.of(
            new ContractRule<>(
                    ProblemType.PART_ZERO, RANGE, part -> part.range.part() == 0, part -> "The part number is 0."),
            new ContractRule<>(
                    ProblemType.TOTAL_ZERO,
                    RANGE,
                    part -> part.range.total().orElse(1) == 0,
                    part -> "The total of parts is 0."),
            new ContractRule<>(
                    ProblemType.PART_TOO_HIGH,
                    RANGE,
                    part -> part.range.part() > SizeLimits.MOST_PARTS,
                    part -> "The part number " + part.range.part() + " is above " + SizeLimits.MOST_PARTS + "."),
            new ContractRule<>(
                    ProblemType.TOTAL_TOO_HIGH,
                    RANGE,
                    part -> part.range.total().orElse(1) > SizeLimits.MOST_PARTS,
                    part -> "The total of parts is above " + SizeLimits.MOST_PARTS + "."),
            new ContractRule<>(
                    ProblemType.DIFFERENT_TOTAL,
                    RANGE,
                    part -> part.intake.total != null && part.total().getAsLong() != part.intake.total,
                    part -> "The total of parts was " + part.intake.total + " before."),
            new ContractRule<>(
                    ProblemType.PART_ABOVE_TOTAL,
                    RANGE,
                    part -> part.range.part() > part.total().orElse(SizeLimits.MOST_PARTS),
                    part -> "The part number " + part.range.part() + " is above the total "
                            + part.total().orElse(0) + "."),
            // A part that was sent with "*" is not the last: the total must be above it.
            new ContractRule<>(
                    ProblemType.TOTAL_TOO_LOW,
                    RANGE,
                    part -> part.intake.total == null
                            && part.range.total().orElse(SizeLimits.MOST_PARTS + 1) <= part.highestSent(),
                    part -> "The total is not above part " + part.highestSent() + ", which was sent already."),
            new ContractRule<>(
                    ProblemType.PART_ALREADY_SENT,
                    RANGE,
                    part -> part.intake.files.containsKey((int) part.range.part()),
                    part -> "The part " + part.range.part() + " was already sent."),
            new ContractRule<>(
                    ProblemType.PART_TOO_SMALL,
                    "file",
                    part -> part.length < SizeLimits.SMALLEST_PART && !part.isLast(),
                    part -> "The part has " + part.length + " bytes; only the last may have less than "
                            + SizeLimits.SMALLEST_PART + "."),
            new ContractRule<>(
                    ProblemType.FILE_TOO_LARGE,
                    "file",
                    part -> part.intake.size + part.length > SizeLimits.LARGEST_VIDEO,
                    part -> "With this part the video has more than " + SizeLimits.LARGEST_VIDEO + " bytes."));

    private final Path folder;
    private final TreeMap<Integer, Path> files = new TreeMap<>();
    private final List<Integer> arrivals = new ArrayList<>();
    private Integer total;
    private long size;

    PartIntake(Path folder) {
        this.folder = folder;
    }

    void add(ContentRange.ByPart range, UploadedFile file) {
        ContractRule.check(RULES, new Arrival(this, range, file.size()));
        int number = (int) range.part();
        files.put(number, file.moveTo(folder.resolve("part-%05d".formatted(number))));
        arrivals.add(number);
        size += file.size();
        range.total().ifPresent(told -> total = (int) told);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    boolean isComplete() {
        return total != null && files.size() == total;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public List<Path> files() {
        return List.copyOf(files.values());
    }

    List<Integer> numbers() {
        return List.copyOf(files.keySet());
    }

    List<Integer> arrivals() {
        return List.copyOf(arrivals);
    }

    Integer total() {
        return total;
    }
}
