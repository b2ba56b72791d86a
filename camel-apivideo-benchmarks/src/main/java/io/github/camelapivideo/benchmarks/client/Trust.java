// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

/** Whether the component refuses a service that it should not trust. */
public final class Trust {

    private Trust() {}

    /**
     * The end of an upload.
     *
     * @param problem the innermost exception; null if the upload came through
     */
    public record Verdict(String problem) {}

    static Verdict run(Job job) throws Exception {
        try (ComponentUploader uploader = new ComponentUploader(job)) {
            uploader.upload(job.uploads().get(0));
            return new Verdict(null);
        } catch (Exception e) {
            Throwable innermost = e;
            while (innermost.getCause() != null) {
                innermost = innermost.getCause();
            }
            return new Verdict(innermost.getClass().getSimpleName() + ": " + innermost.getMessage());
        }
    }
}
