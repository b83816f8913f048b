// Draws the charts. What is drawn is also in the tables below them; without this script the page is complete but for the pictures.
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("report-data").textContent);
  const labels = data.labels;
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const charts = [];

  const color = name => getComputedStyle(root).getPropertyValue("--" + name).trim();
  const font = () => getComputedStyle(document.body).fontFamily;
  const score = v => v === undefined || v === null ? labels.none : (v > 0 ? "+" : v < 0 ? "−" : "") + Math.abs(v).toFixed(2);
  const percent = v => v === undefined || v === null ? labels.none : (100 * v).toFixed(1) + "%";
  const value = v => v === undefined ? null : v;

  // A tooltip is built of nodes: whatever a name contains, it is text.
  function lines(heading, rows) {
    const box = document.createElement("div");
    const title = document.createElement("strong");
    title.textContent = heading;
    box.appendChild(title);
    for (const [name, text] of rows) {
      const row = document.createElement("div");
      row.textContent = name + "  " + text;
      box.appendChild(row);
    }
    return box;
  }

  function base() {
    return { animation: false, textStyle: { fontFamily: font(), color: color("ink") } };
  }

  function tooltip(formatter) {
    return {
      trigger: "axis", confine: true, backgroundColor: color("card"), borderColor: color("line"), padding: 12,
      textStyle: { color: color("ink"), fontSize: 13 }, formatter: params => formatter(params[0].dataIndex)
    };
  }

  const axisLabel = () => ({ color: color("soft"), fontSize: 12 });
  const axisLine = () => ({ lineStyle: { color: color("line") } });
  const splitLine = () => ({ lineStyle: { color: color("grid") } });
  const hidden = { lineStyle: { opacity: 0 }, symbol: "none", silent: true, emphasis: { disabled: true } };

  // An interval is a stack: an invisible line at its lower end and the distance to the upper end, filled.
  function band(points, position) {
    const at = (p, i, v) => position ? [i, v] : v;
    return [
      { ...hidden, type: "line", stack: "band", stackStrategy: "all", data: points.map((p, i) => at(p, i, value(p.low))) },
      {
        ...hidden, type: "line", stack: "band", stackStrategy: "all", areaStyle: { color: color("band"), opacity: 0.16 },
        data: points.map((p, i) => at(p, i, p.low === undefined ? null : p.high - p.low))
      }
    ];
  }

  function dots(points, size) {
    return points.map(p => ({
      value: value(p.mean),
      symbol: p.change ? "diamond" : "circle",
      symbolSize: p.change ? size * 2 : size,
      itemStyle: p.change ? { color: color("bad"), borderColor: color("card"), borderWidth: 2 }
        : p.small ? { color: color("card"), borderColor: color("good"), borderWidth: 2 } : { color: color("good") },
      label: { show: size > 6, position: p.change ? "bottom" : "top", distance: 10, color: p.change ? color("bad") : color("ink"),
        fontWeight: p.change ? 700 : 500, fontSize: 12, lineHeight: 16, backgroundColor: color("card"), padding: [0, 3], borderRadius: 3, formatter: () => p.change ? score(p.mean) + "\n▼ " + p.change : score(p.mean) }
    }));
  }

  function curve(points, width) {
    const stages = points.map(p => p.stage);
    const narrow = width < 480;
    return {
      ...base(),
      tooltip: tooltip(i => lines(points[i].stage, [
        [labels.mean, score(points[i].mean)],
        [labels.interval, points[i].low === undefined ? labels.none : score(points[i].low) + " … " + score(points[i].high)],
        [labels.reviews, String(points[i].n)],
        [labels.coverage, percent(points[i].coverage)]])),
      grid: [{ left: 46, right: 16, top: 16, bottom: 152 }, { left: 46, right: 16, height: 64, bottom: narrow ? 44 : 28 }],
      xAxis: [
        { type: "category", data: stages, gridIndex: 0, axisLabel: { show: false }, axisTick: { show: false }, axisLine: { show: false } },
        { type: "category", data: stages, gridIndex: 1, axisTick: { show: false }, axisLine: axisLine(),
          axisLabel: { ...axisLabel(), color: color("ink"), interval: 0, rotate: narrow ? 28 : 0 } }
      ],
      yAxis: [
        { type: "value", gridIndex: 0, min: -1, max: 1, interval: 0.5, axisLabel: { ...axisLabel(), formatter: score }, splitLine: splitLine() },
        { type: "value", gridIndex: 1, min: 0, max: 1, interval: 0.5, splitLine: splitLine(),
          axisLabel: { ...axisLabel(), formatter: v => Math.round(100 * v) + "%" } }
      ],
      axisPointer: { link: [{ xAxisIndex: "all" }] },
      series: [
        ...band(points, false),
        { type: "line", data: dots(points, 9), lineStyle: { color: color("good"), width: 3 }, z: 3,
          markLine: { silent: true, symbol: "none", z: 1, label: { show: false }, lineStyle: { color: color("soft"), type: "solid", width: 1 }, data: [{ yAxis: 0 }] } },
        { type: "bar", xAxisIndex: 1, yAxisIndex: 1, barMaxWidth: 56, data: points.map(p => p.coverage), itemStyle: { color: color("good"), opacity: 0.55, borderRadius: [3, 3, 0, 0] },
          label: { show: true, position: "top", color: color("soft"), opacity: 1, fontSize: 11, formatter: p => Math.round(100 * p.value) + "%" } }
      ]
    };
  }

  function small(points) {
    return {
      ...base(),
      tooltip: tooltip(i => lines(points[i].stage, [[labels.mean, score(points[i].mean)], [labels.reviews, String(points[i].n)]])),
      grid: { left: 34, right: 10, top: 10, bottom: 10 },
      xAxis: { type: "category", data: points.map(p => p.stage), axisLabel: { show: false }, axisTick: { show: false }, axisLine: { show: false } },
      yAxis: { type: "value", min: -1, max: 1, interval: 1, axisLabel: { ...axisLabel(), fontSize: 11, formatter: v => v > 0 ? "+1" : v < 0 ? "−1" : "0" }, splitLine: splitLine() },
      series: [...band(points, false), { type: "line", data: dots(points, 6), lineStyle: { color: color("good"), width: 2 }, z: 3 }]
    };
  }

  // Pixels a date takes on an axis, with air.
  const LABEL = 84;

  function ticks(buckets, width) {
    // The first bucket of each month; thinned until labels have room.
    const months = buckets.map((b, i) => i).filter(i => i === 0 || buckets[i].start.slice(0, 7) !== buckets[i - 1].start.slice(0, 7));
    const pixels = (width - 62) / buckets.length;
    if (months.length > 1 && months[1] * pixels < LABEL) months.shift();
    const month = months.length > 1 ? (months[months.length - 1] - months[0]) / (months.length - 1) : buckets.length;
    const step = Math.max(1, Math.ceil(LABEL / (month * pixels)));
    return months.filter((_, i) => i % step === 0);
  }

  function trend(t, width) {
    const buckets = t.buckets;
    const last = buckets.length - 0.5;
    const marks = ticks(buckets, width);
    const top = Math.min(1, Math.ceil(10 * Math.max(0.1, ...buckets.map(b => b.high || 0))) / 10);
    const x = (index, show) => ({
      type: "value", gridIndex: index, min: -0.5, max: last, splitLine: { show: false }, axisLine: axisLine(),
      axisTick: { show: show, customValues: marks },
      axisLabel: { ...axisLabel(), show: show, customValues: marks, formatter: v => buckets[v] ? buckets[v].start : "" }
    });
    const bare = { axisLine: { show: false }, axisTick: { show: false } };
    const narrow = width < 480;
    const steps = [];
    for (const level of t.levels) steps.push([level.from - 0.5, level.share], [level.to + 0.5, level.share]);
    return {
      ...base(),
      tooltip: tooltip(i => lines(buckets[i].start, [
        [labels.share, percent(buckets[i].share)],
        [labels.interval, buckets[i].low === undefined ? labels.none : percent(buckets[i].low) + " … " + percent(buckets[i].high)],
        [labels.reviews, String(buckets[i].n)]])),
      grid: [{ left: 46, right: 16, top: 28, bottom: 130 }, { left: 46, right: 16, height: 64, bottom: 28 }],
      xAxis: [x(0, false), x(1, true)],
      yAxis: [
        { type: "value", gridIndex: 0, min: 0, max: top, ...bare, axisLabel: { ...axisLabel(), formatter: v => Math.round(100 * v) + "%" }, splitLine: splitLine() },
        { type: "value", gridIndex: 1, min: 0, splitNumber: 2, ...bare, axisLabel: axisLabel(), splitLine: splitLine() }
      ],
      axisPointer: { link: [{ xAxisIndex: "all" }] },
      series: [
        { type: "line", data: buckets.map((b, i) => [i, value(b.share)]), showSymbol: buckets.length < 40, symbolSize: 5,
          lineStyle: { color: color("band"), width: 1.25, opacity: 0.8 }, itemStyle: { color: color("band") },
          // Neighbours differ in tone and in the height of their names, so that short phases stay apart.
          markArea: { silent: true, label: { position: "insideTop", color: color("phase"), fontSize: 12, fontWeight: 600 },
            data: t.phases.map((p, i) => [
              { name: p.name, xAxis: p.from - 0.5, itemStyle: { color: color("phase"), opacity: i % 2 ? 0.24 : 0.13 }, label: { offset: [0, 16 * (i % 2)] } },
              { xAxis: p.to + 0.5 }]) },
          markLine: { silent: true, symbol: "none", lineStyle: { color: color("bad"), type: "dashed", width: 1.5 },
            label: { color: color("bad"), fontSize: 12, fontWeight: 600, formatter: p => "◆ " + (narrow ? p.name.slice(5) : p.name) },
            data: t.changes.map(c => ({ name: c.label, xAxis: c.at - 0.5 })) } },
        ...band(buckets, true),
        { type: "line", data: steps, symbol: "none", lineStyle: { color: color("ink"), width: 3 }, silent: true, z: 4 },
        { type: "bar", xAxisIndex: 1, yAxisIndex: 1, barWidth: Math.max(1, 0.7 * (width - 62) / buckets.length), data: buckets.map((b, i) => [i, b.n]), itemStyle: { color: color("good"), opacity: 0.55 } }
      ]
    };
  }

  function option(name, width) {
    if (name === "curve") return curve(data.curve, width);
    if (name === "trend") return trend(data.trend, width);
    return small(data.groups[Number(name.slice("group-".length))]);
  }

  function draw() {
    for (const chart of charts) {
      chart.instance.resize();
      chart.instance.setOption(option(chart.name, chart.instance.getWidth()), { notMerge: true });
    }
  }

  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  const show = () => { button.setAttribute("aria-pressed", String(isDark())); draw(); };

  for (const element of document.querySelectorAll("[data-chart]")) {
    charts.push({ name: element.dataset.chart, instance: echarts.init(element, null, { renderer: "svg" }) });
  }
  show();

  button.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; show(); });
  document.getElementById("print").addEventListener("click", () => window.print());
  system.addEventListener("change", show);
  let waiting = 0;
  window.addEventListener("resize", () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(draw); });

  // Paper is light and shows everything; afterwards the page is as it was.
  let before = null;
  window.addEventListener("beforeprint", () => {
    if (before) return;
    const closed = [...document.querySelectorAll("details:not([open])")];
    before = { theme: root.dataset.theme, closed };
    for (const details of closed) details.open = true;
    root.dataset.theme = "light";
    draw();
    for (const svg of document.querySelectorAll(".chart svg")) {
      svg.setAttribute("viewBox", "0 0 " + svg.getAttribute("width") + " " + svg.getAttribute("height"));
    }
  });
  window.addEventListener("afterprint", () => {
    if (!before) return;
    for (const details of before.closed) details.open = false;
    for (const svg of document.querySelectorAll(".chart svg")) svg.removeAttribute("viewBox");
    if (before.theme) root.dataset.theme = before.theme; else delete root.dataset.theme;
    before = null;
    show();
  });
})();
