// SPDX-License-Identifier: Apache-2.0
/**
 * The code of the demo. A user copies the package {@code routes} and {@code application.properties}.
 * {@link KafkaCluster} starts a whole cluster on one machine; each of its processes is a {@link Node}, which runs one
 * of the routes.
 */
package io.github.camelapivideo.example.kafkacluster.demo;
