// @ts-check
// Loaded into the web server and the worker: they end when the process that started them is gone, even
// by SIGKILL. The channel closes then; it keeps nobody alive by itself.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
