// SPDX-License-Identifier: Apache-2.0
/**
 * What the demo needs besides the package {@code routes} and {@code application.properties}, which are what a user
 * copies. {@link KafkaCluster} starts a whole cluster on one machine; each of its processes is a {@link Node}, which
 * runs one of the routes.
 */
package io.github.camelapivideo.example.kafkacluster.demo;
