// SPDX-License-Identifier: Apache-2.0
/**
 * The code of the demo. A user copies {@code camel/s3-videos.yaml} and {@code application.properties}.
 * {@link S3Example} starts the route, and the server and the service that stand in for real ones.
 */
package io.github.camelapivideo.example.s3.demo;
