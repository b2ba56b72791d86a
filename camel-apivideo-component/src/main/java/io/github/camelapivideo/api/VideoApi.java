// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

/**
 * The calls on containers that an upload needs besides sending parts. Each call is one attempt: it blocks on the
 * network, and trying again is the caller's. Thread-safe.
 */
public interface VideoApi {

    /**
     * Creates an empty container.
     *
     * @throws ApiVideoException if the service refused it or could not be reached
     */
    Video create(VideoCreation creation) throws ApiVideoException;

    /**
     * The video as the service describes it now.
     *
     * @throws ApiVideoException if there is none, or the service could not be reached
     */
    Video get(String videoId) throws ApiVideoException;

    /**
     * Videos with exactly this entry in their metadata, the oldest first; none that is discarded.
     *
     * @param page which hundred of them, from 1
     * @throws ApiVideoException if the service refused it or could not be reached
     */
    VideoPage find(Metadata entry, int page) throws ApiVideoException;

    /**
     * The same among those that are discarded, and can be restored.
     *
     * @param page which hundred of them, from 1
     * @throws ApiVideoException if the service refused it or could not be reached
     */
    VideoPage findDiscarded(Metadata entry, int page) throws ApiVideoException;

    /**
     * What the service has received of the video.
     *
     * @throws ApiVideoException if there is none, or the service could not be reached
     */
    VideoStatus status(String videoId) throws ApiVideoException;

    /**
     * Deletes the container and what is in it.
     *
     * @throws ApiVideoException if the service refused it or could not be reached
     */
    void delete(String videoId) throws ApiVideoException;
}
