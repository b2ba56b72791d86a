// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import io.github.camelapivideo.example.newsroom.routes.RetractStories;
import io.github.camelapivideo.example.newsroom.routes.ShowStories;
import io.github.camelapivideo.example.newsroom.routes.Stories;
import io.github.camelapivideo.example.newsroom.routes.TakeStories;
import io.github.camelapivideo.example.newsroom.routes.WatchVideos;
import java.net.URI;
import java.time.Clock;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;

/** The application. */
final class Newsroom {

    private Newsroom() {}

    /** @param clock the clock that stories expire by */
    static Main application(Clock clock) {
        Stories stories = new Stories(clock);
        Main camel = new Main();
        camel.configure().addRoutesBuilder(new WatchVideos(stories));
        camel.configure().addRoutesBuilder(new TakeStories(stories));
        camel.configure().addRoutesBuilder(new RetractStories(stories));
        camel.configure().addRoutesBuilder(new ShowStories(stories));
        return camel;
    }

    static URI page(Main camel) {
        VertxPlatformHttpServer server = camel.getCamelContext().hasService(VertxPlatformHttpServer.class);
        return URI.create("http://" + server.getHost() + ":" + server.getPort() + "/");
    }
}
