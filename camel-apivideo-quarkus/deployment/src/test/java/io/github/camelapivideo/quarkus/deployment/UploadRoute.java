// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import org.apache.camel.builder.RouteBuilder;

/** The application under test. */
public class UploadRoute extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:upload").to("apivideo:upload?partSize=5MiB&maxRetries=0");
    }
}
