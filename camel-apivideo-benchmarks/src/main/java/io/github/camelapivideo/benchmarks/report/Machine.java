// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What everything ran on, in words. */
public final class Machine {

    private Machine() {}

    /** Processor, memory, system. */
    public static String description() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getAvailableProcessors() + " × " + processor() + ", "
                + Math.round(system.getTotalMemorySize() / (1024.0 * 1024 * 1024)) + " GiB, " + system.getName() + " "
                + system.getVersion() + " " + system.getArch();
    }

    /** How busy it is with other things now; -1 if it does not tell. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.replaceFirst(".*: ", ""))
                    .orElse("processor");
        } catch (IOException e) {
            return "processor";
        }
    }
}
