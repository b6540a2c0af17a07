# The server alone; the extension is built with `npm run build`.
FROM node:22-slim AS build
WORKDIR /stocktake
COPY package.json package-lock.json ./
RUN npm ci && npm cache clean --force
COPY tsconfig.json ./
COPY shared ./shared
COPY server ./server
RUN npx tsx server/build.ts

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4170 DATA_DIR=/data
WORKDIR /stocktake
# All it needs is in its own files, but for the one package that has a part in machine code.
COPY --from=build /stocktake/node_modules/better-sqlite3 ./node_modules/better-sqlite3
COPY --from=build /stocktake/node_modules/bindings ./node_modules/bindings
COPY --from=build /stocktake/node_modules/file-uri-to-path ./node_modules/file-uri-to-path
COPY --from=build /stocktake/.output/server ./server
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4170
HEALTHCHECK --interval=10s --timeout=5s --start-period=40s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself, so that a stop signal reaches the server, which finishes what it accepted.
# A smaller nursery: as fast, and 25 MB less.
CMD ["node", "--min-semi-space-size=8", "--max-semi-space-size=8", "server/main.mjs"]
