// SPDX-License-Identifier: Apache-2.0
/**
 * An application that uploads every object of a bucket below a prefix. What a user would copy is
 * {@code camel/s3-videos.yaml}; {@link S3Example} starts it, and whatever it needs where no real bucket or account is named.
 */
package io.github.camelapivideo.example.s3;
