// SPDX-License-Identifier: Apache-2.0
/**
 * The routes that send one large video with many processes: {@link CoordinatorRoute} plans its parts into Kafka,
 * {@link WorkerRoute} sends them. To be copied, with {@code application.properties}.
 */
package io.github.camelapivideo.example.kafkacluster.routes;
