// SPDX-License-Identifier: Apache-2.0
/**
 * One large video, sent by many processes: a coordinator plans its parts into Kafka, workers send them. The work is in
 * two routes, {@link CoordinatorRoute} and {@link WorkerRoute}, and in {@code application.properties}; each process runs
 * one of them, {@link Node}. KafkaCluster starts such a cluster on one machine: begin reading there.
 */
package io.github.camelapivideo.example.kafkacluster;
